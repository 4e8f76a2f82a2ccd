/** A mail as the server gave it. */
export interface ServerMail {
  readonly uid: number;
  readonly bytes: Uint8Array;
  /** INTERNALDATE as ISO instant; '' when the server gave none. */
  readonly internalDate: string;
}

/** By what a person finds a mail again; '' where the server does not say. */
export interface MailFace {
  readonly from: string;
  readonly subject: string;
  /** INTERNALDATE as ISO instant. */
  readonly receivedAt: string;
}

/** A folder opened read-only. */
export interface OpenFolder {
  readonly folder: string;
  readonly uidValidity: string;
  /** Number of mails the server counts. */
  readonly exists: number;
  /** Ascending. */
  readonly uids: readonly number[];
}

/** The door to a mailbox. Folders are opened with EXAMINE and read with BODY.PEEK: nothing on the server is changed. */
export interface Inbox {
  /** Paths of the folders to harvest. */
  readonly folders: readonly string[];
  /** Paths of all other folders, for a word about what is not harvested. */
  readonly otherFolders: readonly string[];
  readonly sentFolder: string | undefined;
  /** The server files mail sent over SMTP by itself. */
  readonly filesSentItself: boolean;
  readonly hasIdle: boolean;
  /** What the server calls itself in its answer to ID, '' when it knows no ID or gives no name. */
  readonly serverName: string;
  /** The server takes ID. */
  readonly takesId: boolean;
  open(folder: string): Promise<OpenFolder>;
  /** UIDs of the open folder larger than so many bytes; empty where the server cannot search by size. */
  largerThan(bytes: number): Promise<number[]>;
  /** INTERNALDATE of mails of the open folder, ISO instant by UID. */
  dates(uids: readonly number[]): Promise<Map<number, string>>;
  /** What is known of mails of the open folder without their bytes, by UID; a server that refuses to say leaves them out. */
  faces(uids: readonly number[]): Promise<Map<number, MailFace>>;
  /** Streams whole mails of the open folder, each wanted UID at most once; the server may leave some out. */
  stream(uids: readonly number[]): AsyncIterable<ServerMail>;
  /** Message-IDs (without brackets) among the wanted that lie in the folder of sent mail. */
  findSent(messageIds: readonly string[]): Promise<Set<string>>;
  /** Files a copy of a sent mail. */
  fileSent(raw: Uint8Array, at: Date): Promise<void>;
  /** Ends when something arrived in INBOX since it was last opened, after the time (milliseconds), or when told to stop. */
  waitForNews(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  close(): Promise<void>;
}
