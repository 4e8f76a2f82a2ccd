/** The part of word-extractor that is used; the package has no types of its own. */
declare module 'word-extractor' {
  interface WordDocument {
    getBody(options: { readonly filterUnicode: boolean }): string;
  }
  class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
  export default WordExtractor;
}
