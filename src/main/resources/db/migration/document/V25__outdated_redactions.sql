-- A redacted version whose original was replaced shows what is not said any more: kept, and never public until it is renewed.
alter table document_file add column outdated_since timestamptz;
alter table document_file add constraint document_file_outdated
    check (outdated_since is null or (redacted_from is not null and not is_public));
