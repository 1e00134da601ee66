-- What was made from other contents and can be made again; it goes when nothing needs it any more (ADR 0081).
create table document_derived (
    hash  text primary key references document_content (hash) deferrable initially deferred
);

create or replace function document_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name in ('document_content', 'document_content_part') then
        if exists (select from document_derived d where d.hash = to_jsonb(old) ->> 'hash') then
            return old; -- a file that has it as well holds it by its reference
        end if;
    end if;
    raise exception 'what was filed stays as it is (%)', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- Contents in the form of a PDF, each made once. A claim that is not renewed in time is anybody's.
create table document_rendition (
    hash           text primary key references document_content (hash),
    state          text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'TOO_LONG', 'NOT_INSTALLED')),
    pdf            text references document_content (hash),
    attempts       integer not null default 0 check (attempts >= 0),
    asked_at       timestamptz not null,
    claimed_by     uuid,
    claimed_until  timestamptz,
    check ((state = 'DONE') = (pdf is not null)),
    check ((state = 'RUNNING') = (claimed_by is not null)),
    check ((claimed_by is null) = (claimed_until is null))
);
create index document_rendition_open on document_rendition (asked_at) where state in ('WAITING', 'RUNNING');
