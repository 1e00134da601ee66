import './skip-link';
import './vote-pad';
import './kept-votes';
import './seat-plan';
import './lot-pad';
import './passkey-creation';
import './page-marker';
import './offline/leaving';
