"""Validates JSON documents against a schema: one line of JSON [schema path, document] in, the number of errors out."""
import functools
import json
import sys

import jsonschema


@functools.cache
def validator(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


for line in sys.stdin:
    path, document = json.loads(line)
    print(len(list(validator(path).iter_errors(json.loads(document)))))
