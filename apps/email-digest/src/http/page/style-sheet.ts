import { COLOURS, FONTS, GRID, LEADING, SCALE, SPACE, WEIGHTS } from "@triptych/view/theme";

const { light, dark } = COLOURS;
const pair = (name: keyof typeof light) => `light-dark(${light[name]},${dark[name]})`;
const sans = FONTS.sans.fallback;
const serif = `"${FONTS.serif.name}",${FONTS.serif.fallback}`;
const display = `"${FONTS.display.name}",${FONTS.display.fallback}`;
const label = `${SCALE.label}rem ${sans}`;
const [, , , , wide, widest] = SPACE;

/** The style of the service's pages: the site's rail and column, from the family's tokens. */
export const STYLE_SHEET = `@font-face{font-family:"${FONTS.serif.name}";src:url("/fonts/serif.woff2") format("woff2");font-weight:400 600;font-display:swap}
@font-face{font-family:"${FONTS.display.name}";src:url("/fonts/display.woff2") format("woff2");font-weight:350;font-display:swap}
*{box-sizing:border-box}
html{color-scheme:light dark;font-size:106.25%;text-size-adjust:none;-webkit-text-size-adjust:none}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
body{max-width:${GRID.page + 3}rem;margin:0 auto;padding:0 1.25rem;background:${pair("paper")};color:${pair("ink")};font-family:${serif};line-height:${LEADING.text};overflow-wrap:break-word}
h1,h2,h3,p,ol,ul,dl,dd,fieldset,pre{margin:0;padding:0}
ol,ul{list-style:none}
a{color:inherit;text-decoration-color:${pair("hairline")};text-decoration-thickness:1px;text-underline-offset:.22em}
a:hover{color:${pair("accent")};text-decoration-color:currentColor}
:focus-visible{outline:2px solid ${pair("accent")};outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:1.25rem;top:-4rem;padding:.5rem 1rem;background:${pair("paper")}}
.skip:focus{top:.5rem}
.top,.foot,.rail,.label,label,legend,button{font:${label};font-variant-numeric:tabular-nums lining-nums;line-height:1.55}
.top{padding:1rem 0;display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:2.6rem}
.top a{display:inline-block;min-width:24px;padding:.4rem 0;color:${pair("soft")};text-decoration:none}
.top a:hover{color:${pair("accent")}}
.top .name{color:${pair("ink")};font-weight:600}
.top nav{display:flex;flex-wrap:wrap;gap:0 1.4rem}
.top [aria-current]{color:${pair("ink")};text-decoration:underline;text-decoration-color:${pair("accent")};text-underline-offset:.4em}
h1{max-width:22em;margin:${wide}rem 0 1.5rem;font-family:${display};font-size:clamp(2.4rem,1.9rem + 2.4vw,3.9rem);font-weight:${WEIGHTS.display};letter-spacing:-.018em;line-height:${LEADING.display};text-wrap:balance}
h3{margin-top:1.5rem;font-size:${SCALE.title}rem;font-weight:${WEIGHTS.title};line-height:${LEADING.title}}
.row{padding:1.5rem 0 ${wide}rem;border-top:1px solid ${pair("hairline")}}
.rail{margin-bottom:1rem;font-weight:600}
.column{max-width:${GRID.column}rem}
.column>*+*{margin-top:1rem}
.column li+li,.people+.venue{margin-top:.5rem}
.stored+.stored{margin-top:1.5rem}
.stored h3{margin:0 0 .25rem}
.works li+li{margin-top:1.5rem}
.works h3{margin:0}
.soft,.label,.people{color:${pair("soft")}}
.people{font-size:${SCALE.people}rem}
.people b{color:${pair("ink")};font-weight:${WEIGHTS.owner}}
.honour{color:${pair("accent")}}
label{display:block;color:${pair("soft")}}
input[type=email]{width:100%;max-width:20rem;padding:.5rem 0;border:0;border-bottom:1px solid ${pair("soft")};border-radius:0;background:transparent;color:inherit;font:1rem ${serif}}
fieldset{border:0;min-width:0}
legend{margin-bottom:.5rem;padding:0;color:${pair("ink")};font-weight:600}
fieldset label{display:flex;gap:.75rem;align-items:baseline;padding:.3rem 0;color:${pair("ink")};font:1rem ${serif};line-height:${LEADING.title}}
fieldset label small{display:block;color:${pair("soft")};font:${label}}
input[type=checkbox],input[type=radio]{flex:none;width:1.1rem;height:1.1rem;margin:0;accent-color:${pair("accent")};transform:translateY(.15rem)}
button{min-height:44px;padding:.7rem 1.3rem;border:1px solid ${pair("accent")};border-radius:2px;background:${pair("accent")};color:${pair("paper")};font-weight:600;font-size:.94rem;cursor:pointer}
button:hover{background:${pair("ink")};border-color:${pair("ink")}}
button.quiet{background:transparent;color:${pair("accent")}}
button.quiet:hover{background:${pair("accent")};border-color:${pair("accent")};color:${pair("paper")}}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem}
.error{padding-left:1rem;border-left:2px solid ${pair("accent")}}
.trap{position:absolute;left:-999rem}
pre{padding:1rem;background:${pair("wash")};font-size:.8rem;white-space:pre-wrap}
iframe{width:100%;height:44rem;border:1px solid ${pair("hairline")};background:#fff}
.foot{margin-top:${widest}rem;padding:1.5rem 0 ${wide}rem;border-top:1px solid ${pair("hairline")};color:${pair("soft")}}
.foot nav{display:flex;flex-wrap:wrap;gap:0 1.2rem}
.foot a{display:inline-block;min-width:24px;padding:.2rem 0}
@media (min-width:52rem){html{font-size:112.5%}body{padding:0 1.5rem}.row{display:grid;grid-template-columns:${GRID.rail}rem minmax(0,1fr);column-gap:${GRID.gutter}rem}.foot nav{padding-left:${GRID.rail + GRID.gutter}rem}}
@media print{.top nav,.foot,.skip{display:none}}
`;
