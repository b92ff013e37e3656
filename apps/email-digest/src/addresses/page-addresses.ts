/** Where everything of the service is reached. */
export interface Addresses {
  /** Address of the service, without a slash at its end. */
  base: string;
  /** Address of the site, which may be another; without a slash at its end. */
  site: string;
  work: (id: string) => string;
  confirm: (token: string) => string;
  unsubscribe: (token: string) => string;
  /** The page where one subscription is changed. */
  manage: (token: string) => string;
  /** The page that sends the link to it. */
  askToManage: string;
  privacy: string;
  archive: string;
  /** An edition on the web; with a key, one tailored from it. */
  edition: (number: number, tailored?: string) => string;
}

export function createAddresses(publicUrl: string, siteUrl = publicUrl): Addresses {
  const base = publicUrl.replace(/\/+$/, "");
  const site = siteUrl.replace(/\/+$/, "");
  return {
    base,
    site,
    work: (id) => `${site}/publications/${id}/`,
    confirm: (token) => `${base}/digest/confirm/${token}`,
    unsubscribe: (token) => `${base}/digest/unsubscribe/${token}`,
    manage: (token) => `${base}/digest/manage/${token}`,
    askToManage: `${base}/digest/manage`,
    privacy: `${base}/digest/privacy`,
    archive: `${base}/digest/editions`,
    edition: (number, tailored) =>
      `${base}/digest/editions/${number}${tailored === undefined ? "" : `/${tailored}`}`,
  };
}
