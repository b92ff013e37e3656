const FILE = "index.html";

/**
 * What is where, once it is published: the PDFs and the pages each by its address, and pages of one
 * kind (of works, of co-authors) counted.
 * @param {string[]} files of the published site, from its root
 */
export function describeAddresses(files) {
  const pdfs = files.filter((file) => /^[^/]+\.pdf$/.test(file)).map((file) => `/${file}`);
  const pages = files.filter((file) => file.split("/").at(-1) === FILE);
  const counts = new Map();
  for (const page of pages) {
    const steps = page.split("/").slice(0, -1);
    // The framework leaves one page of this name where the record has none of a kind.
    if (steps[1] === "none") continue;
    const address =
      steps.length > 1 ? `/${steps[0]}/…/` : `/${steps.map((step) => `${step}/`).join("")}`;
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const shown = [...counts].map(([address, count]) =>
    address.endsWith("…/") ? `${address} (${count})` : address,
  );
  return `  PDFs   ${pdfs.join(" ")}\n  Pages  ${shown.join(" ")}\n`;
}
