/** What the document says about itself, in Info and in XMP alike. */
export interface DocumentInfo {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  language: string;
  creator: string;
  producer: string;
  /** Left out where the record it was made from dates nothing. */
  date?: Date;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function dateElements(date: Date | undefined): string[] {
  if (date === undefined) return [];
  const seconds = date.toISOString().replace(/\.\d+Z$/, "Z");
  return ["CreateDate", "ModifyDate"].map((name) => `<xmp:${name}>${seconds}</xmp:${name}>`);
}

const alternative = (tag: string, text: string) =>
  `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${tag}>`;

/**
 * Dublin Core, XMP, PDF and PDF/UA-1 identification (ISO 14289-1, clause 5). pdfkit's own packet
 * does not escape its texts.
 */
export function describeDocument(info: DocumentInfo): string {
  const namespaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ].join(" ");
  return [
    `<rdf:Description rdf:about="" ${namespaces}>`,
    "<dc:format>application/pdf</dc:format>",
    alternative("dc:title", info.title),
    `<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.author)}</rdf:li></rdf:Seq></dc:creator>`,
    alternative("dc:description", info.subject),
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(info.language)}</rdf:li></rdf:Bag></dc:language>`,
    ...dateElements(info.date),
    `<xmp:CreatorTool>${escapeXml(info.creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeXml(info.producer)}</pdf:Producer>`,
    `<pdf:Keywords>${escapeXml(info.keywords)}</pdf:Keywords>`,
    "<pdfuaid:part>1</pdfuaid:part>",
    "</rdf:Description>",
  ].join("");
}

/**
 * PDF/A wants every foreign schema described (ISO 19005-3, 6.6.2.3); this describes the one PDF/UA
 * uses.
 */
export function describeUaSchema(): string {
  const namespaces = [
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
  ].join(" ");
  const property = [
    "<pdfaProperty:name>part</pdfaProperty:name>",
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
    "<pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>",
  ].join("");
  return [
    `<rdf:Description rdf:about="" ${namespaces}><pdfaExtension:schemas><rdf:Bag><rdf:li ` +
      `rdf:parseType="Resource">`,
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    "<pdfaSchema:property><rdf:Seq><rdf:li " +
      `rdf:parseType="Resource">${property}</rdf:li></rdf:Seq></pdfaSchema:property>`,
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>",
  ].join("");
}
