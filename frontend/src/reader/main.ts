// Starts the reader. Which source it reads from is decided here and nowhere else.
import { html } from 'lit';
import { Installation } from '../offline/install';
import { Offline } from '../offline/offline';
import '../offline/panel';
import { ReaderApp } from './app';
import { ServerSource } from './server-source';
import { language, loadTexts } from './texts';

const installation = new Installation();
const offline = new Offline(new ServerSource());

await loadTexts();
document.querySelector('link[rel=manifest]')?.setAttribute('href', `/assets/app/manifest.${language()}.json`);
await offline.start();
new ReaderApp(
  document.querySelector<HTMLElement>('#reader')!,
  offline.source,
  [(meeting) => html`<rs-offline .offline=${offline} .installation=${installation} .meeting=${meeting}></rs-offline>`],
  (entry) => html`<rs-take-along .offline=${offline} .entry=${entry}></rs-take-along>`,
).start();
await installation.start();
