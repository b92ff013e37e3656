import type { InspectedPdf } from "../reading/inspected-pdf.ts";
import { readXmp, type XmpPacket } from "../reading/xmp-packet.ts";

const DC = "http://purl.org/dc/elements/1.1/";
const XMP = "http://ns.adobe.com/xap/1.0/";
const PDF = "http://ns.adobe.com/pdf/1.3/";
const UA = "http://www.aiim.org/pdfua/ns/id/";
const ARCHIVE = "http://www.aiim.org/pdfa/ns/id/";

/** Which key of Info says the same as which property (ISO 19005-1, 6.7.3). */
const TEXTS = [
  ["Title", `${DC}title`],
  ["Author", `${DC}creator`],
  ["Subject", `${DC}description`],
  ["Keywords", `${PDF}Keywords`],
  ["Creator", `${XMP}CreatorTool`],
  ["Producer", `${PDF}Producer`],
] as const;

const DATES = [
  ["CreationDate", `${XMP}CreateDate`],
  ["ModDate", `${XMP}ModifyDate`],
] as const;

function readPacket({ catalogue }: InspectedPdf): XmpPacket {
  const metadata = catalogue.get("Metadata");
  return metadata.isStream()
    ? readXmp(metadata.readStream().asString())
    : { kind: "malformed", reason: "there is none" };
}

const valueOf = (packet: XmpPacket, property: string) =>
  packet.kind === "read" ? packet.properties.get(property)?.[0] : undefined;

/**
 * Milliseconds of a PDF date such as D:20240709120000+02'00' (ISO 32000-1, 7.9.4); NaN for anything
 * else.
 */
function parsePdfDate(text: string): number {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?$/.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second, zoneHour = "+00", zoneMinute = "00"] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`);
}

/** The metadata is XML that a strict parser reads. */
export function checkMetadata(pdf: InspectedPdf): string[] {
  const packet = readPacket(pdf);
  return packet.kind === "read" ? [] : [`The XMP metadata cannot be read: ${packet.reason}`];
}

/** The document says that it keeps to PDF/UA-1 (ISO 14289-1, 5). */
export function checkIdentification(pdf: InspectedPdf): string[] {
  return valueOf(readPacket(pdf), `${UA}part`) === "1"
    ? []
    : ["The XMP metadata has no pdfuaid:part 1."];
}

/** And to PDF/A-3a (ISO 19005-3, 6.6.4): with a file attached and its structure marked. */
export function checkArchive(pdf: InspectedPdf): string[] {
  const packet = readPacket(pdf);
  const said = [valueOf(packet, `${ARCHIVE}part`), valueOf(packet, `${ARCHIVE}conformance`)].join(
    "",
  );
  return said === "3A" ? [] : ["The XMP metadata does not say PDF/A-3a."];
}

/** It has a title (ISO 14289-1, 7.1). */
export function checkTitle(pdf: InspectedPdf): string[] {
  return (valueOf(readPacket(pdf), `${DC}title`) ?? "") === ""
    ? ["The XMP metadata has no dc:title."]
    : [];
}

/** Where it says when it was last changed, that is a date; only a record that dates nothing has none. */
export function checkModificationDate({ document }: InspectedPdf): string[] {
  const written = document.getTrailer().get("Info", "ModDate").asString();
  return written !== "" && Number.isNaN(parsePdfDate(written))
    ? ["Info has no ModDate that is a date."]
    : [];
}

/** Info and XMP say the same. */
export function checkInfoAgreement(pdf: InspectedPdf): string[] {
  const packet = readPacket(pdf);
  const info = pdf.document.getTrailer().get("Info");
  const texts = TEXTS.filter(
    ([key, property]) => info.get(key).asString() !== (valueOf(packet, property) ?? ""),
  );
  const dates = DATES.filter(
    ([key, property]) =>
      // What neither of them has is no number on both sides.
      !Object.is(
        parsePdfDate(info.get(key).asString()),
        Date.parse(valueOf(packet, property) ?? ""),
      ),
  );
  return [...texts, ...dates].map(
    ([key, property]) =>
      `Info says ${key} “${info.get(key).asString()}”, XMP says “${valueOf(packet, property) ?? ""}”.`,
  );
}
