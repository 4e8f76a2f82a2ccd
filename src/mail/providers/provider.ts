/** Where a server listens. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS is demanded, except on this machine itself. */
  readonly secure: boolean;
}

/** How fast and how much a provider lets one mailbox send. */
export interface SendLimits {
  /** Seconds between two mails. */
  readonly secondsBetween: number;
  /** Mails on one connection. */
  readonly perConnection: number;
  /** Mails in one calendar day; conservative where the provider publishes no number. */
  readonly perDay: number;
}

/** A mail provider as data: where it is and how it behaves. A new one is a new file and one line in providers.ts. */
export interface Provider {
  readonly id: string;
  /** Chinese, for people. */
  readonly name: string;
  /** Domains of addresses; empty for kinds of servers that are chosen in campaign.yaml. */
  readonly domains: readonly string[];
  /** Absent when campaign.yaml has to name the servers. */
  readonly imap?: Endpoint;
  readonly smtp?: Endpoint;
  /** Every domain has servers of its own under the usual names, imap.<domain> and smtp.<domain>. */
  readonly serversByDomain?: boolean;
  /** Refuses to open a folder ("Unsafe Login") until ID has been sent after login. */
  readonly idAfterLogin: boolean;
  /** Files mail sent over SMTP under 已发送 by itself; a copy of ours would be a second one. */
  readonly filesSentItself: boolean;
  /** Seconds between two looks where the server has no IDLE. */
  readonly pollSeconds: number;
  readonly limits: SendLimits;
  /** Chinese: where the secret for programs (授权码) is made. */
  readonly secretAdvice: string;
}
