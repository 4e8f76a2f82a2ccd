/** echarts as one file, which loads in a tenth of the time that its 680 modules take. */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts';
}
