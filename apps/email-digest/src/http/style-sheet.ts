import { COLOURS, FONTS, LEADING, WEIGHTS } from "@triptych/view/theme";

const { light, dark } = COLOURS;
const pair = (name: keyof typeof light) => `light-dark(${light[name]},${dark[name]})`;

/** The style of the service's few pages, from the family's tokens. */
export const STYLE_SHEET = `@font-face{font-family:"${FONTS.serif.name}";src:url("/fonts/serif.woff2") format("woff2");font-weight:300 700;font-display:swap}
*{box-sizing:border-box}
html{color-scheme:light dark;font-size:106.25%}
body{max-width:62rem;margin:0 auto;padding:0 1.25rem 4rem;background:${pair("paper")};color:${pair("ink")};font-family:"${FONTS.serif.name}",${FONTS.serif.fallback};line-height:${LEADING.text};overflow-wrap:break-word}
header{padding:1.2rem 0}
header a{font:600 .8rem ${FONTS.sans.fallback};color:inherit;text-decoration:none;display:inline-block;padding:.4rem 0}
main{max-width:40rem}
h1{margin:2.6rem 0 1.5rem;font-size:clamp(2.2rem,1.9rem + 1.6vw,3rem);font-weight:${WEIGHTS.display};letter-spacing:-.018em;line-height:1.1;text-wrap:balance}
h2{margin:2.6rem 0 .5rem;font:600 .8rem ${FONTS.sans.fallback}}
p,ol,ul,pre{margin:0 0 1rem}
ol,ul{padding:0;list-style:none}
li{padding:.5rem 0;border-top:1px solid ${pair("hairline")}}
a{color:inherit;text-decoration-color:${pair("hairline")};text-underline-offset:.22em}
a:hover{color:${pair("accent")}}
small,.label{font:.8rem ${FONTS.sans.fallback};color:${pair("soft")}}
label{display:block;font:.8rem ${FONTS.sans.fallback};color:${pair("soft")}}
input{width:100%;max-width:20rem;padding:.5rem 0;margin-bottom:1rem;border:0;border-bottom:1px solid ${pair("soft")};background:transparent;color:inherit;font:inherit}
button{padding:.75rem 1.3rem;border:1px solid ${pair("accent")};border-radius:2px;background:${pair("accent")};color:${pair("paper")};font:600 1rem ${FONTS.sans.fallback};cursor:pointer}
:focus-visible{outline:2px solid ${pair("accent")};outline-offset:3px}
pre{padding:1rem;background:${pair("wash")};font-size:.8rem;white-space:pre-wrap}
iframe{width:100%;height:44rem;border:1px solid ${pair("hairline")};background:#fff}
.error{border-left:2px solid ${pair("accent")};padding-left:1rem}
.trap{position:absolute;left:-999rem}
@media (min-width:52rem){html{font-size:112.5%}}
`;
