#!/bin/sh
# Makes the two buckets and who may use them; safe to run again.
#   journal: originals, for ocr-service      models: versions, for whoever opens or writes them
set -eu
mc alias set store "$MINIO_ADDRESS" "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD"

owner() { # the name of a bucket and its user, the user's secret key
  mc mb --ignore-existing "store/$1"
  printf '%s\n' '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",' \
    ' "Action": ["s3:GetBucketLocation", "s3:ListBucket", "s3:GetObject", "s3:PutObject",' \
    '  "s3:DeleteObject", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts",' \
    '  "s3:AbortMultipartUpload"],' \
    " \"Resource\": [\"arn:aws:s3:::$1\", \"arn:aws:s3:::$1/*\"]}]}" >"/tmp/$1.json"
  mc admin policy create store "$1-owner" "/tmp/$1.json"
  mc admin user add store "$1" "$2"
  case $(mc admin policy entities store --user "$1") in
    *"$1-owner"*) ;;
    *) mc admin policy attach store "$1-owner" --user "$1" ;;
  esac
}

owner journal "$JOURNAL_SECRET_KEY"
owner models "$MODELS_SECRET_KEY"
