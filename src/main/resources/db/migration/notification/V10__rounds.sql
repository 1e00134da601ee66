-- After the invitation, supplements follow; and a substitute can be called, released and called again. Each is a mail of its
-- own.
alter table notification_mail
    -- which of several of the kind, as whoever orders the mail counts them
    add column round integer not null default 0 check (round >= 0),
    drop constraint notification_mail_pkey,
    add primary key (meeting_id, person_id, kind, round),
    drop constraint notification_mail_kind_check,
    add constraint notification_mail_kind_check
        check (kind in ('INVITATION', 'CANCELLATION', 'SUPPLEMENT', 'RELEASE'));
