import { Shell } from './shell';

// The service worker of the reader. Which files there are, and their version, is put in when it is built.
declare const FILES: string[];
declare const VERSION: string;

interface LaterEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface AskedEvent extends LaterEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker extends EventTarget {
  skipWaiting(): Promise<void>;
}

const worker = self as unknown as Worker;
const shell = new Shell(VERSION, FILES, caches, (request) => fetch(request), location.origin);

worker.addEventListener('install', (event) => (event as LaterEvent).waitUntil(shell.fill()));
worker.addEventListener('activate', (event) => (event as LaterEvent).waitUntil(shell.dropOthers()));
worker.addEventListener('message', (event) => {
  if ((event as MessageEvent<unknown>).data === 'take over') {
    void worker.skipWaiting();
  }
});
worker.addEventListener('fetch', (event) => {
  const { request } = event as AskedEvent;
  if (!shell.isOthers(request)) {
    (event as AskedEvent).respondWith(shell.answer(request));
  }
});
