// The button on the sign-in page. Without scripts, or in a browser without passkeys, it stays hidden.
import { get } from './passkey';

const form = document.querySelector<HTMLFormElement>('form#passkey');
if (form && window.PublicKeyCredential) {
  const failed = form.querySelector<HTMLElement>('[role=alert]')!;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const ask = () =>
        fetch(`${form.action}/options`, {
          method: 'POST',
          body: new URLSearchParams({ _csrf: field('_csrf').value }),
        });
      let asked = await ask();
      if (asked.status === 403) {
        // The session that this page belongs to has ended meanwhile.
        const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        field('_csrf').value = page.querySelector<HTMLInputElement>('form#passkey input[name=_csrf]')?.value ?? '';
        asked = await ask();
      }
      if (!asked.ok || asked.redirected) {
        location.reload();
        return;
      }
      field('credential').value = await get(await asked.json());
      field('lasting').value = String(document.querySelector<HTMLInputElement>('input[name=lasting][type=checkbox]')?.checked ?? false);
      form.submit();
    } catch {
      // The person cancelled, or there is no passkey on this device: the browser does not say which.
      failed.hidden = false;
    }
  });
}
