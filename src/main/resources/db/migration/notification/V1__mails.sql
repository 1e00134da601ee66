-- Mails about meetings that are to be sent or were sent, one of a kind for each meeting and person.
create table notification_mail (
    meeting_id       uuid not null,
    person_id        uuid not null,
    kind             text not null check (kind in ('INVITATION', 'CANCELLATION')),
    note             text not null,
    state            text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
    queued_at        timestamptz not null,
    attempts         integer not null default 0 check (attempts >= 0),
    next_attempt_at  timestamptz not null,
    -- until then whoever took it is at work; later it is unknown whether it went out
    taken_until      timestamptz,
    sent_at          timestamptz,
    failure          text,
    primary key (meeting_id, person_id, kind),
    check ((state = 'SENDING') = (taken_until is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'FAILED' or failure is not null)
);
create index notification_mail_due on notification_mail (next_attempt_at) where state = 'PENDING';
create index notification_mail_taken on notification_mail (taken_until) where state = 'SENDING';

-- The language in which somebody last read the application.
create table notification_language (
    person_id  uuid primary key,
    language   text not null check (language ~ '^[a-z]{2}$')
);
