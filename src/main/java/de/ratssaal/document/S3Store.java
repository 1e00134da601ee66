package de.ratssaal.document;

import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Any store that speaks S3. */
@Component
@ConditionalOnProperty("ratssaal.document.s3.bucket")
class S3Store implements ObjectStore, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(S3Store.class);

    private final S3Client client;
    private final String bucket;

    S3Store(DocumentSettings settings) {
        var s3 = settings.s3();
        this.bucket = s3.bucket();
        this.client = S3Client.builder()
                .endpointOverride(s3.endpoint().isBlank() ? null : URI.create(s3.endpoint()))
                .region(Region.of(s3.region()))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
                .httpClient(UrlConnectionHttpClient.create())
                // other stores than Amazon's do not know the newer checksums; the contents prove themselves
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    @Override
    public void put(UUID object, long size, Source source) {
        try {
            client.putObject(
                    it -> it.bucket(bucket).key(key(object)),
                    RequestBody.fromContentProvider(() -> opened(source), size, "application/octet-stream"));
        } catch (SdkException e) {
            LOG.warn("The object store did not take a content: {}", e.getMessage());
            throw new Refusal("document.refused.store-away");
        }
    }

    private static InputStream opened(Source source) {
        try {
            return source.open();
        } catch (IOException e) {
            throw new UncheckedIOException("reading what was brought", e);
        }
    }

    @Override
    public byte[] read(UUID object, long from, int length) {
        try {
            return client.getObjectAsBytes(it ->
                            it.bucket(bucket).key(key(object)).range("bytes=%d-%d".formatted(from, from + length - 1)))
                    .asByteArray();
        } catch (NoSuchKeyException e) {
            return new byte[0]; // the answer, not a fault: what is missing is found by whoever reads
        }
    }

    @Override
    public void delete(UUID object) {
        client.deleteObject(it -> it.bucket(bucket).key(key(object)));
    }

    private static String key(UUID object) {
        return "contents/" + object;
    }

    @Override
    public void destroy() {
        client.close();
    }
}
