import { cpus, loadavg, totalmem, type } from 'node:os';

/** One Chinese line: processor, memory, versions and date, so that a figure can be judged. */
export function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? '';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}，${processors.length} 核 ${model}，内存 ${gigabytes} GB，${type()}，Node ${process.version}`;
}

/** How busy the machine was in the last minute. */
export function describeLoad(): string {
  return `测完时系统负载 ${(loadavg()[0] ?? 0).toFixed(1)}。`;
}
