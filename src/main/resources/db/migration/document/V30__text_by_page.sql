-- What contents say, page by page, for searching and reading (ADR 0160). It takes the place of document_text.
create table document_reading (
    hash           text primary key references document_content (hash),
    state          text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    gap            text check (gap in ('OCR_NOT_INSTALLED', 'OFFICE_NOT_INSTALLED', 'NOT_CONVERTIBLE', 'TOO_LONG',
                                       'TOO_MUCH', 'UNREADABLE')),
    divided        boolean not null default false,
    attempts       integer not null default 0 check (attempts >= 0),
    asked_at       timestamptz not null,
    not_before     timestamptz not null,
    claimed_by     uuid,
    claimed_until  timestamptz,
    check ((state = 'RUNNING') = (claimed_by is not null)),
    check ((claimed_by is null) = (claimed_until is null)),
    check (state <> 'FAILED' or gap is not null)
);
create index document_reading_open on document_reading (not_before) where state in ('WAITING', 'RUNNING');
create index document_reading_gap on document_reading (gap) where gap is not null;

create table document_page (
    hash    text not null references document_reading (hash),
    number  integer not null check (number > 0),
    origin  text not null check (origin in ('TEXT', 'SCAN', 'RECOGNIZED', 'EMPTY', 'UNREADABLE')),
    text    text not null,
    primary key (hash, number),
    check (text = '' or origin in ('TEXT', 'RECOGNIZED'))
);

insert into document_reading (hash, state, asked_at, not_before)
select hash, 'WAITING', stored_at, stored_at from document_content c
where exists (select from document_file f where f.hash = c.hash);

drop table document_text;
