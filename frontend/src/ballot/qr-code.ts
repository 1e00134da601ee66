import encodeQR from 'qr';
import { html, type TemplateResult } from 'lit';

/** Light modules around the code, as the standard asks for. */
const BORDER = 4;

/** @param label what it contains, for those who do not see it */
export function qrCode(content: string, label: string): TemplateResult {
  const rows = encodeQR(content, 'raw', { ecc: 'low', border: BORDER });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg class="rs-qr" role="img" aria-label=${label} viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges">
    <rect width="100%" height="100%" class="rs-qr-ground"></rect>
    <path class="rs-qr-dark" d=${path}></path>
  </svg>`;
}
