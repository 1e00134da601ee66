package de.ratssaal.identity;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as passkeys know them: by a number that says nothing about the person. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient database;

    PasskeyOwners(JdbcClient database) {
        this.database = database;
    }

    static Bytes handle(AccountId account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes handle) {
        var number = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(number.getLong(), number.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(account(handle));
    }

    /** @param name of the principal: the account's number */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return find(new AccountId(UUID.fromString(name)));
    }

    private @Nullable PublicKeyCredentialUserEntity find(AccountId account) {
        return database.sql("select login, name from identity_account where id = ?")
                .param(account.value())
                .query((row, number) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(account))
                        .name(row.getString("login"))
                        .displayName(row.getString("name"))
                        .build())
                .optional()
                .orElse(null);
    }

    /** Accounts are made by the administrator, never by a passkey. */
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("an account is not made by a passkey");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("an account is not deleted by a passkey");
    }
}
