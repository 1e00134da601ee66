import './skip-link';
import './vote-pad';
import './kept-votes';
import './seat-plan';
import './passkey-creation';
import './page-marker';
import './offline/leaving';
