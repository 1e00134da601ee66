package de.ratssaal.identity.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's own directory, by OpenID Connect. It answers people at {@code /app/login/directory/back/city}; that address is
 * registered there.
 *
 * @param issuer address of the directory; without it there is none
 * @param clientId what the directory calls this installation
 * @param clientSecret how this installation proves itself to the directory; never logged
 */
@ConfigurationProperties("ratssaal.oidc")
record DirectorySettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret) {

    boolean isThere() {
        return !issuer.isBlank();
    }

    @Override
    public String toString() {
        return "DirectorySettings[" + issuer + "]";
    }
}
