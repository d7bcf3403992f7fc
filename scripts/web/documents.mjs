// Documents (docs, the register, statements, receipts, a deal) are read, followed and printed: their scripts are only fetched
// when somebody reaches for something that needs them.
import { randomUUID } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DOCUMENTS = [
  /^\/$/,
  /^\/(docs|register)(\/|$)/,
  /^\/(how-it-works|look-up)$/,
  /^\/me(\/(statement|earnings))?$/,
  /^\/me\/payments\/[^/]+$/,
  /^\/o\/[^/]+\/deals\/(?!new$|file$)[^/]+$/,
];

/** Whether this is a browser's request for a whole page that is a document; Next's own fetches of page data are not. */
export function isDocument({ method, url, headers }) {
  if (method !== "GET" || headers.rsc !== undefined || headers["next-router-prefetch"] !== undefined)
    return false;
  const path = (url ?? "/").split("?", 1)[0];
  return DOCUMENTS.some((pattern) => pattern.test(path));
}

/** The response as Next sees it: HTML is collected, its scripts are laid aside, and it is sent whole and compressed. */
export function asDocument(request, response) {
  const accepts = String(request.headers["accept-encoding"] ?? "");
  request.headers["accept-encoding"] = "identity"; // Next would compress before we see a word of it.
  const chunks = [];
  const { write, end, writeHead, flushHeaders } = response;
  const keep = (chunk, encoding) => {
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function")
      chunks.push(typeof chunk === "string" ? Buffer.from(chunk, encoding ?? "utf8") : Buffer.from(chunk));
  };
  const ready = (...given) => given.find((value) => typeof value === "function")?.();
  response.writeHead = (status, ...rest) => {
    response.statusCode = status;
    const headers = rest.find((value) => value !== null && typeof value === "object");
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    return response;
  };
  response.flushHeaders = () => {};
  response.write = (chunk, encoding, done) => {
    keep(chunk, encoding);
    ready(encoding, done);
    return true;
  };
  response.end = (chunk, encoding, done) => {
    keep(chunk, encoding);
    Object.assign(response, { write, end, writeHead, flushHeaders });
    send(response, Buffer.concat(chunks), accepts);
    ready(chunk, encoding, done);
    return response;
  };
  return response;
}

function send(response, body, accepts) {
  const html = String(response.getHeader("content-type") ?? "").startsWith("text/html");
  if (!html || response.statusCode !== 200) return response.end(body);
  const nonce = /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy") ?? ""))?.[1];
  if (nonce === undefined) return response.end(body);
  const plain = Buffer.from(withoutScripts(body.toString("utf8"), nonce));
  const vary = response.getHeader("vary");
  response.setHeader("vary", [...(vary === undefined ? [] : [vary].flat()), "Accept-Encoding"].join(", "));
  response.removeHeader("content-length");
  response.removeHeader("transfer-encoding");
  const hints = [response.getHeader("link") ?? []]
    .flat()
    .flatMap((line) => String(line).split(/,\s*(?=<)/))
    .filter((hint) => !/as="?script/.test(hint));
  if (hints.length > 0) response.setHeader("link", hints.join(", "));
  else response.removeHeader("link");
  if (/\bbr\b/.test(accepts)) return sendAs(response, "br", brotliCompressSync(plain, QUICK));
  if (/\bgzip\b/.test(accepts)) return sendAs(response, "gzip", gzipSync(plain));
  return response.end(plain);
}

const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

function sendAs(response, encoding, bytes) {
  response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", bytes.length);
  return response.end(bytes);
}

const isData = (attributes) => /\btype="(application\/(ld\+)?json|text\/plain)"/.test(attributes);

/**
 * Makes a document's scripts inert (by a type that no browser knows) and adds one small script that wakes them. Leaves alone
 * data (JSON-LD), and scripts without this answer's nonce, which the browser must keep refusing. The type differs in every
 * answer, so that nobody else's script can pose as one that was laid aside.
 */
export function withoutScripts(html, nonce) {
  const later = `text/later-${randomUUID()}`;
  const laid = html
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
    .replace(/<script\b([^>]*)>/g, (whole, attributes) =>
      isData(attributes) || !attributes.includes(`nonce="${nonce}"`)
        ? whole
        : `<script type="${later}"${attributes.replace(/\s(src)=/g, " data-src=").replace(/\s(async|noModule|nonce)="[^"]*"/gi, "")}${/\snomodule/i.test(attributes) ? " data-old" : ""}>`,
    );
  return laid.replace("</body>", () => `<script nonce="${nonce}">${wake(later)}</script></body>`);
}

/**
 * Runs in the page. Scrolls the row of places to the current one, for phones. Loads the scripts laid aside when the reader
 * uses a control that needs them (a menu, a copy button, Ctrl or Cmd K, "?") or a form that writes, and repeats the reader's
 * act. A form sent earlier is posted as plain HTML forms are.
 */
const wake = (later) => `(()=>{
let awake=false;const nonce=document.currentScript.nonce;
const row=document.querySelector("header nav"),here=row&&row.querySelector("[aria-current]");
if(here)row.scrollLeft=here.offsetLeft-row.clientWidth/3;
const needs=e=>e.target instanceof Element&&e.target.closest("button[type=button],[aria-haspopup],[role=combobox],[data-wakes]");
const writes=e=>e.target instanceof Element&&e.target.closest("form[method=post i]");
const wake=()=>{if(awake)return;awake=true;
for(const old of document.querySelectorAll('script[type="${later}"]:not([data-old])')){
const s=document.createElement("script");s.nonce=nonce;s.async=false;if(old.id)s.id=old.id;
if(old.dataset.src)s.src=old.dataset.src;else s.text=old.text;old.replaceWith(s)}};
const alive=el=>Object.keys(el).some(k=>k.startsWith("__reactProps$"));
const again=(el,act)=>{const until=performance.now()+8000;const look=()=>{
if(alive(el))setTimeout(act,60);else if(performance.now()<until)requestAnimationFrame(look)};look()};
for(const kind of ["pointerover","focusin","touchstart"])addEventListener(kind,e=>{if(needs(e)||writes(e))wake()},{passive:true,capture:true});
addEventListener("click",e=>{const el=needs(e);if(!el||alive(el))return;wake();again(el,()=>{
el.dispatchEvent(new PointerEvent("pointerdown",{bubbles:true,button:0,pointerType:"mouse"}));el.click()})},true);
addEventListener("keydown",e=>{const typing=e.target instanceof Element&&e.target.closest("input,textarea,select,[contenteditable]");
const asked=(e.key==="k"&&(e.ctrlKey||e.metaKey))||(e.key==="?"&&!typing);
if(!asked||awake)return;e.preventDefault();wake();
const el=document.querySelector("header button[type=button]")??document.body;
again(el,()=>document.dispatchEvent(new KeyboardEvent("keydown",{key:e.key,ctrlKey:e.ctrlKey,metaKey:e.metaKey,bubbles:true})))},true);
})()`;
