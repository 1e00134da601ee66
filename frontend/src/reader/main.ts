// Starts the reader. Which source it reads from is decided here and nowhere else.
import { ReaderApp } from './app';
import { ServerSource } from './server-source';
import type { ReaderSource } from './source';
import { loadTexts } from './texts';

const source: ReaderSource = new ServerSource();

await loadTexts();
new ReaderApp(document.querySelector<HTMLElement>('#reader')!, source).start();
