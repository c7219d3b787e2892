# One image for every part; `docker-compose.yml` says which part a container plays.
FROM python:3.11-slim-bookworm AS build
# Compiled here, since the user that runs it may not write: without it every start would compile every file anew.
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 UV_COMPILE_BYTECODE=1
WORKDIR /src
RUN pip install uv==0.13.9
COPY pyproject.toml uv.lock README.md ./
# The locked dependencies first: they change less often than the code, and their hashes are checked.
RUN python -m venv /app && VIRTUAL_ENV=/app uv sync --active --frozen --no-dev --no-install-project
COPY triggers triggers
COPY campaigns campaigns
COPY overture overture
COPY worker.py ./
RUN VIRTUAL_ENV=/app uv pip install --no-deps .

FROM python:3.11-slim-bookworm
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# A number, so that a platform can see that this is not root.
RUN groupadd --gid 10001 overture \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data overture \
 && install --directory --owner 10001 --group 10001 --mode 0750 /data
COPY --from=build /app /app
WORKDIR /data
USER 10001:10001
VOLUME ["/data"]
EXPOSE 8700
ENTRYPOINT ["overture"]
CMD ["--help"]
