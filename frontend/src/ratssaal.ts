import './skip-link';
import './vote-pad';
import './seat-plan';
