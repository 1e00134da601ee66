import { isPossible, removeContents, vaultOf } from './keeping';
import { owners } from './shelf';

// Whatever way somebody signed out: nothing that was fetched stays on this device.
if (isPossible() && new URLSearchParams(location.search).has('signed-out')) {
  for (const owner of await owners()) {
    await removeContents(vaultOf(owner));
  }
}
