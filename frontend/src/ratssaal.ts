import './skip-link';
import './vote-pad';
import './seat-plan';
import './passkey-creation';
