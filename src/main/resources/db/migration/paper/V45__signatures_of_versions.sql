-- Whoever signed a released version may sign the changed text as well: the first signature stays with its version.
drop index paper_signature_once;
create unique index paper_signature_once on paper_signature (paper_id, person_id, fingerprint) where voided_at is null;
