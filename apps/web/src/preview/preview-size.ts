/** The size at which link previews are shown without cropping, in pixels. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;
