import './skip-link';
