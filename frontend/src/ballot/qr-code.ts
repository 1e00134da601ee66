import encodeQR from 'qr';
import { html, type TemplateResult } from 'lit';

const BORDER = 4;

/** @param label what it contains, for those who do not see it */
export function qrCode(content: string, label: string): TemplateResult {
  const rows = encodeQR(content, 'raw', { ecc: 'low', border: 0 });
  const size = rows.length + 2 * BORDER;
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + BORDER} ${y + BORDER}h1v1h-1z` : '')))
    .join('');
  return html`<svg class="rs-qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} class="rs-qr-ground"></rect><path class="rs-qr-dark" d=${path}></path>
  </svg>`;
}
