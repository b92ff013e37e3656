/** What became of the mail for one recipient (RFC 3464, 2.3). */
export interface RecipientReport {
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded" | "unknown";
  status: string | undefined;
  diagnostic: string;
}
