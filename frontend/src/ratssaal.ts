import './skip-link';
import './vote-pad';
import './kept-votes';
import './seat-plan';
import './speech-clock';
import './passkey-creation';
import './page-marker';
import './offline/leaving';
