import './skip-link';
import './vote-pad';
