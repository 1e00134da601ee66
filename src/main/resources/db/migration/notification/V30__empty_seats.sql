-- A member who comes after all is told what became of their substitute, the secretariat that nobody is left to be called.
alter table notification_mail
    drop constraint notification_mail_kind_check,
    add constraint notification_mail_kind_check
        check (kind in ('INVITATION', 'CANCELLATION', 'SUPPLEMENT', 'RELEASE', 'RETURN', 'UNFILLED'));
