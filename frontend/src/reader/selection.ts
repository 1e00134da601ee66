// Keeps a selection steady while it is drawn over the gaps between lines: without help browsers select to the end of the
// page there. As pdf.js does it in its own viewer: an empty box fills the page behind the text and follows the hand.

const END = 'rd-end';
const SELECTING = 'rd-selecting';

/** Puts the box behind the text of a page. */
export function addEnd(layer: HTMLElement): void {
  const end = document.createElement('div');
  end.className = END;
  layer.append(end);
}

export function steadySelection(box: HTMLElement): void {
  let before: Range | null = null;
  const layers = () => box.querySelectorAll<HTMLElement>('.textLayer');
  const reset = () => {
    before = null;
    layers().forEach((layer) => {
      const end = layer.querySelector<HTMLElement>(`.${END}`);
      if (end) {
        layer.append(end);
        end.removeAttribute('style');
      }
      layer.classList.remove(SELECTING);
    });
  };
  box.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse') (event.target as Element).closest('.textLayer')?.classList.add(SELECTING);
  });
  document.addEventListener('pointerup', reset);
  window.addEventListener('blur', reset);
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    if (!box.querySelector(`.${SELECTING}`) || !selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    layers().forEach((layer) => layer.classList.toggle(SELECTING, range.intersectsNode(layer)));
    const fromStart =
      before !== null &&
      (range.compareBoundaryPoints(Range.END_TO_END, before) === 0 || range.compareBoundaryPoints(Range.START_TO_END, before) === 0);
    const at = follow(range, fromStart);
    const layer = at?.parentElement?.closest<HTMLElement>('.textLayer');
    const end = layer?.querySelector<HTMLElement>(`.${END}`);
    if (at && layer && end && at !== end) {
      end.style.width = `${layer.clientWidth}px`;
      end.style.height = `${layer.clientHeight}px`;
      end.style.userSelect = 'text';
      at.parentElement!.insertBefore(end, fromStart ? at : at.nextSibling);
    }
    before = range.cloneRange();
  });
}

/** The piece of text at the moving end. */
function follow(range: Range, fromStart: boolean): Node | null {
  let at: Node | null = fromStart ? range.startContainer : range.endContainer;
  if (at.nodeType === Node.TEXT_NODE) at = at.parentNode;
  if (!fromStart && range.endOffset === 0) {
    do {
      while (at && !at.previousSibling) at = at.parentNode;
      at = at?.previousSibling ?? null;
    } while (at && !at.childNodes.length);
  }
  return at;
}
