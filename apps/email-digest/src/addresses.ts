/** Where everything of the service is reached. `base` has no slash at its end. */
export interface Addresses {
  base: string;
  work: (id: string) => string;
  confirm: (token: string) => string;
  unsubscribe: (token: string) => string;
  edition: (number: number) => string;
}

export function createAddresses(publicUrl: string): Addresses {
  const base = publicUrl.replace(/\/+$/, "");
  return {
    base,
    work: (id) => `${base}/publications/${id}/`,
    confirm: (token) => `${base}/digest/confirm/${token}`,
    unsubscribe: (token) => `${base}/digest/unsubscribe/${token}`,
    edition: (number) => `${base}/digest/editions/${number}`,
  };
}

/** Stands in a stored edition where each mail has its own address; `.invalid` never resolves (RFC 2606, 2). */
export const UNSUBSCRIBE_PLACEHOLDER = "https://unsubscribe.invalid/";
