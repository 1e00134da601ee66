package de.ratssaal.document;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is let in and how it is kept, as settings {@code ratssaal.document.…}.
 *
 * @param maxSize largest file
 * @param examinationTime how long the examination of one PDF may take
 * @param examinationMemory how much memory it may take
 * @param examinations how many PDFs are examined at the same time
 * @param maxText how many characters of a file's text are kept for searching
 * @param key keys that wrap the contents' keys, the newest last; without it they lie in a file
 * @param keyFile where that file lies; without it in the data folder
 * @param clamd where clamd listens: the path of its socket, or {@code host:port}
 * @param redactionTime how long the redaction of one PDF may take
 * @param redactionMemory how much memory it may take
 */
@ConfigurationProperties("ratssaal.document")
record DocumentSettings(
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("30s") Duration examinationTime,
        @DefaultValue("256MB") DataSize examinationMemory,
        @DefaultValue("2") int examinations,
        @DefaultValue("1000000") int maxText,
        @Nullable String key,
        @Nullable Path keyFile,
        @DefaultValue S3 s3,
        @DefaultValue("") String clamd,
        @DefaultValue("2m") Duration redactionTime,
        @DefaultValue("768MB") DataSize redactionMemory) {

    /**
     * A store that speaks S3.
     *
     * @param endpoint its address, such as {@code https://s3.example.de}; empty: Amazon's
     * @param bucket without it contents are kept in the database
     * @param accessKey its name for this application
     * @param secretKey proves that name; never logged
     */
    record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("") String bucket,
            @DefaultValue("eu-central-1") String region,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {

        @Override
        public String toString() {
            return "S3[endpoint=%s, bucket=%s]".formatted(endpoint, bucket);
        }
    }

    @Override
    public String toString() {
        return "DocumentSettings[maxSize=%s, s3=%s, clamd=%s]".formatted(maxSize, s3, clamd);
    }
}
