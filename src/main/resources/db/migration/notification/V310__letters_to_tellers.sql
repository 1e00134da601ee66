-- Mails to tellers: one of each kind about a set, a ceremony or a vote.
create table notification_teller_mail (
    about            uuid not null,
    person_id        uuid not null,
    kind             text not null check (kind in ('NAMED', 'KEY', 'REPLACED', 'DECRYPT')),
    organization_id  uuid not null,
    state            text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
    attempts         integer not null default 0 check (attempts >= 0),
    next_attempt_at  timestamptz not null,
    taken_until      timestamptz,
    sent_at          timestamptz,
    failure          text,
    primary key (about, person_id, kind),
    check ((state = 'SENDING') = (taken_until is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'FAILED' or failure is not null)
);
create index notification_teller_mail_due on notification_teller_mail (next_attempt_at) where state = 'PENDING';
