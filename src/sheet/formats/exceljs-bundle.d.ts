/** The browser bundle of exceljs: the same library, loaded three times as fast as its many files. */
declare module 'exceljs/dist/exceljs.min.js' {
  import type ExcelJS from 'exceljs';

  const bundle: typeof ExcelJS;
  // biome-ignore lint/style/noDefaultExport: the bundle's own shape
  export default bundle;
}
