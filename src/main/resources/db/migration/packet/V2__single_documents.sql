-- Documents that are read one at a time, as they were last bound with room for the reader's name. They are made again when wanted.
create table packet_document (
    fingerprint  text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
    hash         text not null,
    size         bigint not null check (size > 0),
    pages        integer not null check (pages > 0),
    mark_at      bigint not null check (mark_at > 0),
    read_on      date not null
);
create index packet_document_unread on packet_document (read_on);
