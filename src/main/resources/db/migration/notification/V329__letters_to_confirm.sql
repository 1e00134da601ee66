-- Tellers are also written to when a result waits for them to verify it.
alter table notification_teller_mail drop constraint notification_teller_mail_kind_check;
alter table notification_teller_mail add constraint notification_teller_mail_kind_check
    check (kind in ('NAMED', 'KEY', 'REPLACED', 'DECRYPT', 'CONFIRM'));
