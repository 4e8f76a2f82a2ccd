import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';
import { type Difference, type Verification, verifyFolder } from './verify.ts';

export interface FullVerification extends Verification {
  /** Counts per folder of the server, when it was asked. */
  readonly folders: readonly { readonly folder: string; readonly server: number; readonly ledger: number }[];
}

/** Ledger against originals, and against the server when wanted. */
export async function verifyAll(campaign: Campaign, server: boolean, tools: Tools): Promise<FullVerification> {
  const local = verifyFolder(campaign, tools);
  if (!server) return { ...local, folders: [] };
  const { verifyServer } = await import('./verify-server.ts');
  const remote: { folders: FullVerification['folders']; differences: readonly Difference[] } = await verifyServer(
    campaign,
    tools,
  );
  return { ...local, folders: remote.folders, differences: [...local.differences, ...remote.differences] };
}
