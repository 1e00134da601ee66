import { create } from './passkey';

// Called by the view of the own account.
(window as any).ratssaalPasskeys = { create: (options: string) => create(JSON.parse(options)) };
