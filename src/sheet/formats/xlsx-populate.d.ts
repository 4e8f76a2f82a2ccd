/** The one part of xlsx-populate that is used: it encrypts the bytes of a package (ECMA-376 agile). */
declare module 'xlsx-populate/lib/Encryptor.js' {
  export default class Encryptor {
    encrypt(data: Buffer, password: string): Buffer;
  }
}
