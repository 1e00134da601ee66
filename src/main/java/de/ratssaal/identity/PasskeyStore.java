package de.ratssaal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Keeps the public keys of passkeys. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private final JdbcClient database;

    PasskeyStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void save(CredentialRecord passkey) {
        database.sql("""
                        insert into identity_passkey (credential_id, account_id, label, public_key, signature_count,
                            verified_user, backup_eligible, backed_up, transports, attestation_object,
                            attestation_client_data, created_at, last_used_at)
                        values (:id, :account, :label, :key, :count, :verified, :eligible, :backedUp, :transports,
                            :attestation, :clientData, :created, :used)
                        on conflict (credential_id) do update set signature_count = excluded.signature_count,
                            verified_user = excluded.verified_user, backed_up = excluded.backed_up,
                            last_used_at = excluded.last_used_at
                        where identity_passkey.account_id = excluded.account_id
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param(
                        "account",
                        PasskeyOwners.account(passkey.getUserEntityUserId()).value())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("clientData", bytes(passkey.getAttestationClientDataJSON()))
                .param("created", Moments.in(passkey.getCreated()))
                .param("used", Moments.in(passkey.getLastUsed()))
                .update();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return database.sql("select * from identity_passkey where credential_id = ?")
                .param(id.getBytes())
                .query((row, number) -> read(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql("select * from identity_passkey where account_id = ? order by created_at")
                .param(PasskeyOwners.account(handle).value())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void delete(Bytes id) {
        database.sql("delete from identity_passkey where credential_id = ?")
                .param(id.getBytes())
                .update();
    }

    private static CredentialRecord read(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyOwners.handle(new AccountId(row.getObject("account_id", UUID.class))))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verified_user"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports(row.getString("transports")))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client_data")))
                .created(Moments.out(row, "created_at"))
                .lastUsed(Moments.out(row, "last_used_at"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(it -> !it.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
