-- What the invited were told after one another: the invitation, supplements, that the meeting is called off, that a substitute
-- is not needed.
create table distribution_round (
    meeting_id  uuid not null,
    number      integer not null check (number >= 0),
    kind        text not null check (kind in ('INVITATION', 'SUPPLEMENT', 'CANCELLATION', 'RELEASE')),
    -- what of its kind it is: nothing is told twice
    subject     text not null,
    sent_at     timestamptz not null,
    note        text not null check (length(note) <= 2000),
    -- what the meeting held when it was told; the next supplement tells the difference
    contents    text,
    primary key (meeting_id, number),
    unique (meeting_id, kind, subject),
    check ((number = 0) = (kind = 'INVITATION')),
    check ((contents is not null) = (kind in ('INVITATION', 'SUPPLEMENT')))
);

-- Whom a round was for and how it reached them. Of the invitation itself the meeting keeps that record.
create table distribution_delivery (
    meeting_id    uuid not null,
    number        integer not null check (number > 0),
    person_id     uuid not null,
    channel       text not null check (channel in ('PORTAL', 'MAIL_PACKET', 'PRINT')),
    delivered_at  timestamptz,
    way           text check (way in ('MAIL', 'HANDED_OVER', 'PORTAL')),
    failure       text,
    opened_at     timestamptz,
    primary key (meeting_id, number, person_id),
    foreign key (meeting_id, number) references distribution_round (meeting_id, number),
    check ((delivered_at is null) = (way is null)),
    check (delivered_at is null or failure is null)
);

-- What of a meeting a member had before them when they last said that they had seen it.
create table distribution_look (
    meeting_id  uuid not null,
    person_id   uuid not null,
    seen        text not null,
    seen_at     timestamptz not null,
    primary key (meeting_id, person_id)
);

-- Members who cannot come and for whom there is no substitute left.
create table distribution_unfilled (
    meeting_id  uuid not null,
    member_id   uuid not null,
    since       timestamptz not null,
    primary key (meeting_id, member_id)
);

-- Secret addresses in mails at which an invited person says that they cannot come. Only their fingerprints are kept.
create table distribution_reply (
    fingerprint  bytea primary key check (length(fingerprint) = 32),
    meeting_id   uuid not null,
    person_id    uuid not null,
    -- the call of a substitute to which it belongs
    times        integer not null
);

-- What was announced to the public of a meeting; a correction is a new announcement, and the old one is kept.
create table distribution_announcement (
    meeting_id    uuid not null,
    number        integer not null check (number >= 1),
    published_at  timestamptz not null,
    -- the words, as they were printed
    letter        text not null,
    -- items whose titles are in it
    items         uuid[] not null,
    pages         bytea not null,
    primary key (meeting_id, number)
);
