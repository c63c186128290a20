# The same jar as bin/run starts. Build it first (bin/run, or mvn package), then: docker build -t tutti .
FROM eclipse-temurin:25-jre

RUN useradd --system --uid 10001 --home-dir /data tutti && install -d -o tutti /data /music
COPY target/tutti.jar /opt/tutti/tutti.jar

USER tutti
ENV TUTTI_DATA_DIR=/data LC_ALL=C.UTF-8
VOLUME /data
EXPOSE 8080/tcp 10000/udp 10000/tcp
HEALTHCHECK --start-period=60s CMD curl -fsS -o /dev/null "http://127.0.0.1:${TUTTI_PORT:-8080}/"
CMD ["java", "-XX:+UseZGC", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/tutti/tutti.jar"]
