/** A name that every file system takes, Windows included: no separators, no control characters, at most 80 characters. */
export function safeFileName(name: string): string {
  const clean = name
    .replace(/[\\/:*?"<>|\u0000-\u001F]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 80);
  return clean === '' ? '_' : clean;
}
